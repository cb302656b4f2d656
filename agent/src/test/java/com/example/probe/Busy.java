/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.probe;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Calls itself on several threads until a file named {@code stop} appears. */
public final class Busy {
  private static final AtomicLong CALLS = new AtomicLong();
  private static final AtomicLong ERRORS = new AtomicLong();

  private Busy() {}

  public static void main(String[] arguments) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    ExecutorService servers = Executors.newFixedThreadPool(2);
    server.setExecutor(servers);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    ExecutorService callers = Executors.newFixedThreadPool(2);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      running.add(callers.submit(() -> call(server.getAddress().getPort())));
    }
    System.out.println("up");
    for (Future<?> each : running) {
      each.get();
    }
    server.stop(0);
    servers.shutdown();
    callers.shutdown();
    report();
  }

  private static void call(int port) {
    while (!new File("stop").exists()) {
      try {
        var url = URI.create("http://127.0.0.1:" + port + "/things/1").toURL();
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestProperty("Authorization", "Bearer abcdefghijklmnop");
        if (connection.getResponseCode() != 204) {
          ERRORS.incrementAndGet();
        }
        CALLS.incrementAndGet();
      } catch (Exception | LinkageError e) {
        e.printStackTrace();
        ERRORS.incrementAndGet();
      }
    }
  }

  private static void report() {
    System.out.println(CALLS.get() > 0 ? "called" : "no call");
    System.out.println("errors " + ERRORS);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      System.out.println("thread " + thread.getName());
    }
    for (int i = 0; i < 5; i++) {
      System.gc();
    }
  }
}
