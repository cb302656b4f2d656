/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.testing.otlp;

import com.google.protobuf.Message;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Receives OTLP over gRPC on a free port of the loopback. */
public final class GrpcReceiver implements AutoCloseable {
  private static final MethodDescriptor<ExportTraceServiceRequest, ExportTraceServiceResponse>
      TRACES =
          export(
              "trace.v1.TraceService",
              ExportTraceServiceRequest.getDefaultInstance(),
              ExportTraceServiceResponse.getDefaultInstance());
  private static final MethodDescriptor<ExportMetricsServiceRequest, ExportMetricsServiceResponse>
      METRICS =
          export(
              "metrics.v1.MetricsService",
              ExportMetricsServiceRequest.getDefaultInstance(),
              ExportMetricsServiceResponse.getDefaultInstance());

  private final ReceivedSpans spans = new ReceivedSpans();
  private final ReceivedSums sums = new ReceivedSums();
  private final List<Metadata> headers = new CopyOnWriteArrayList<>();
  private final Server server;

  private GrpcReceiver() {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(service(TRACES, this::export))
            .addService(service(METRICS, this::count))
            .intercept(new HeaderKeeper())
            .build();
  }

  private static <Q extends Message, A extends Message> MethodDescriptor<Q, A> export(
      String service, Q request, A answer) {
    return MethodDescriptor.<Q, A>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName("opentelemetry.proto.collector." + service + "/Export")
        .setRequestMarshaller(ProtoUtils.marshaller(request))
        .setResponseMarshaller(ProtoUtils.marshaller(answer))
        .build();
  }

  private static <Q, A> ServerServiceDefinition service(
      MethodDescriptor<Q, A> method, ServerCalls.UnaryMethod<Q, A> handler) {
    return ServerServiceDefinition.builder(method.getServiceName())
        .addMethod(method, ServerCalls.asyncUnaryCall(handler))
        .build();
  }

  public static GrpcReceiver start() throws IOException {
    GrpcReceiver receiver = new GrpcReceiver();
    receiver.server.start();
    return receiver;
  }

  private void export(
      ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> answer) {
    spans.add(request);
    answer.onNext(ExportTraceServiceResponse.getDefaultInstance());
    answer.onCompleted();
  }

  private void count(
      ExportMetricsServiceRequest request, StreamObserver<ExportMetricsServiceResponse> answer) {
    sums.add(request);
    answer.onNext(ExportMetricsServiceResponse.getDefaultInstance());
    answer.onCompleted();
  }

  /** The value for {@code otel.exporter.otlp.endpoint}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getPort();
  }

  public ReceivedSpans spans() {
    return spans;
  }

  public ReceivedSums sums() {
    return sums;
  }

  /** That header of the first request; null if it had none. */
  public @Nullable String header(String name) {
    return headers.get(0).get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private final class HeaderKeeper implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata received, ServerCallHandler<Q, A> next) {
      headers.add(received);
      return next.startCall(call, received);
    }
  }
}
