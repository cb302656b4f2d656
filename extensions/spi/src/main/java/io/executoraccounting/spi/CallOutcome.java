/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a call ended. Immutable. */
public final class CallOutcome {
  /** It returned, and there is nothing more to say. */
  public static final CallOutcome RETURNED = new CallOutcome(null, Collections.emptyMap(), null);

  private final @Nullable String errorType;
  private final Map<String, Object> conventions;

  private final @Nullable ResponseScopes scopes;

  private CallOutcome(
      @Nullable String errorType,
      Map<String, Object> conventions,
      @Nullable ResponseScopes scopes) {
    this.errorType = errorType;
    this.conventions = conventions;
    this.scopes = scopes;
  }

  /** It returned or threw; of an exception only its class is kept. */
  public static CallOutcome of(@Nullable Throwable thrown) {
    return thrown == null ? RETURNED : failed(thrown.getClass().getName());
  }

  /**
   * It failed.
   *
   * @param errorType {@code error.type}: a class name or a status code
   */
  public static CallOutcome failed(String errorType) {
    return new CallOutcome(errorType, Collections.emptyMap(), null);
  }

  /** An HTTP response; 4xx and 5xx are errors of the client span. */
  public static CallOutcome httpStatus(int status) {
    return new CallOutcome(
            status >= 400 ? Integer.toString(status) : null, Collections.emptyMap(), null)
        .with("http.response.status_code", (long) status);
  }

  /** A response that this JVM gave; only 5xx are errors of a server span. */
  public static CallOutcome served(int status) {
    return new CallOutcome(
            status >= 500 ? Integer.toString(status) : null, Collections.emptyMap(), null)
        .with("http.response.status_code", (long) status);
  }

  /** Adds an attribute of the semantic conventions; a null value is left out. */
  public CallOutcome with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(conventions);
    more.put(name, value);
    return new CallOutcome(errorType, Collections.unmodifiableMap(more), scopes);
  }

  /** Adds what the response says of scopes; null is nothing. */
  public CallOutcome withScopes(@Nullable ResponseScopes scopes) {
    return new CallOutcome(errorType, conventions, scopes);
  }

  /** Null where the response says nothing of scopes. */
  public @Nullable ResponseScopes scopes() {
    return scopes;
  }

  public @Nullable String errorType() {
    return errorType;
  }

  public Map<String, Object> conventions() {
    return conventions;
  }
}
