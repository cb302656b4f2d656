/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import org.jspecify.annotations.Nullable;

/** Names of AWS principals: {@code arn:<partition>:<service>:<region>:<account>:<resource>}. */
final class AwsArn {
  private static final String ASSUMED = "assumed-role/";
  private static final String ROLE = "role/";
  private static final String FEDERATED = "federated-user/";

  private final String partition;
  private final String account;
  private final String resource;

  private AwsArn(String partition, String account, String resource) {
    this.partition = partition;
    this.account = account;
    this.resource = resource;
  }

  /** Null if it is no ARN of an account's resource. */
  static @Nullable AwsArn parse(@Nullable String text) {
    String[] parts = text == null ? new String[0] : text.split(":", 6);
    boolean named = parts.length == 6 && parts[0].equals("arn");
    return named && !parts[1].isEmpty() && !parts[4].isEmpty() && !parts[5].isEmpty()
        ? new AwsArn(parts[1], parts[4], parts[5])
        : null;
  }

  /** Of a role that is known by its name alone. */
  static String assumedRole(String account, String role) {
    return "arn:aws:sts::" + account + ":" + ASSUMED + role;
  }

  String account() {
    return account;
  }

  /**
   * The role without its path and without a session, as CloudTrail writes an assumed one: the same
   * for each of its sessions. Null if it is no role.
   */
  @Nullable String assumedRole() {
    String name = null;
    if (resource.startsWith(ASSUMED)) {
      int end = resource.indexOf('/', ASSUMED.length());
      name = resource.substring(ASSUMED.length(), end < 0 ? resource.length() : end);
    } else if (resource.startsWith(ROLE)) {
      name = resource.substring(resource.lastIndexOf('/') + 1);
    }
    return name == null || name.isEmpty()
        ? null
        : "arn:" + partition + ":sts::" + account + ":" + ASSUMED + name;
  }

  /** The session of an assumed role; null if it names none. */
  @Nullable String session() {
    int end = resource.startsWith(ASSUMED) ? resource.indexOf('/', ASSUMED.length()) : -1;
    return end < 0 || end == resource.length() - 1 ? null : resource.substring(end + 1);
  }

  /** The name that a federated user was given; null if it is none. */
  @Nullable String federatedUser() {
    return resource.startsWith(FEDERATED) ? resource.substring(FEDERATED.length()) : null;
  }
}
