/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a response says of scopes: those that the credential carries ({@code X-OAuth-Scopes}), those
 * that the resource asks for ({@code X-Accepted-OAuth-Scopes}, {@code WWW-Authenticate}, RFC 6750
 * s3), and whether they did not suffice. Immutable.
 */
public final class ResponseScopes {
  private final List<String> carried;
  private final boolean carriedStated;
  private final List<String> required;
  private final boolean insufficient;

  private ResponseScopes(
      List<String> carried, boolean carriedStated, List<String> required, boolean insufficient) {
    this.carried = Collections.unmodifiableList(new ArrayList<>(carried));
    this.carriedStated = carriedStated;
    this.required = Collections.unmodifiableList(new ArrayList<>(required));
    this.insufficient = insufficient;
  }

  /**
   * @param carriedStated whether the response says what the credential carries, be it nothing
   * @param insufficient whether the request was refused for want of scopes
   */
  public static ResponseScopes of(
      List<String> carried, boolean carriedStated, List<String> required, boolean insufficient) {
    return new ResponseScopes(carried, carriedStated, required, insufficient);
  }

  public List<String> carried() {
    return carried;
  }

  public boolean carriedStated() {
    return carriedStated;
  }

  public List<String> required() {
    return required;
  }

  public boolean insufficient() {
    return insufficient;
  }
}
