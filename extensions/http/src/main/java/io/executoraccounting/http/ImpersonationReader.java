/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.AssumedIdentity;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialUse;
import io.executoraccounting.spi.HeaderSource;
import io.executoraccounting.spi.Via;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads from a request's headers whom it acts as in place of whoever its credential proves. */
final class ImpersonationReader {
  private static final int MAX_GROUPS = 32;
  private static final int MAX_NAME_LENGTH = 256;
  private static final String SERVICE_ACCOUNT = "system:serviceaccount:";
  private static final String BASIC = "basic:";

  private ImpersonationReader() {}

  /**
   * Oldest first; empty for nearly every request.
   *
   * @param host of whom it is asked, null if unknown
   */
  static List<AssumedIdentity> read(
      HeaderSource headers, @Nullable String host, CredentialUse credential) {
    String subject = name(headers.get("Impersonate-User"));
    if (subject != null) {
      return Collections.singletonList(kubernetes(subject, headers.all("Impersonate-Group")));
    }
    String user = name(headers.get("X-Trino-User"));
    return user == null
        ? Collections.emptyList()
        : trino(user, name(headers.get("X-Trino-Original-User")), host, credential);
  }

  /**
   * Kubernetes, "User impersonation": the API server judges the request by that user and those
   * groups. What {@code Impersonate-Uid} and {@code -Extra-} say is for admission, and not read.
   */
  private static AssumedIdentity kubernetes(String subject, List<String> groups) {
    List<String> scopes = new ArrayList<>();
    for (String group : groups) {
      if (scopes.size() < MAX_GROUPS && name(group) != null) {
        scopes.add("group:" + group);
      }
    }
    return new AssumedIdentity(
        kubernetesId(subject), kubernetesType(subject), Via.IMPERSONATION, scopes);
  }

  private static String kubernetesId(String subject) {
    int colon =
        subject.startsWith(SERVICE_ACCOUNT) ? subject.indexOf(':', SERVICE_ACCOUNT.length()) : -1;
    // A namespace's name has no colon, so that no service account is called as a user is.
    return colon < 0
        ? "k8s:user:" + subject
        : "k8s:"
            + subject.substring(SERVICE_ACCOUNT.length(), colon)
            + '/'
            + subject.substring(colon + 1);
  }

  /** Kubernetes keeps the prefix {@code system:} for itself; all others may be people. */
  private static IdentityType kubernetesType(String subject) {
    if (subject.startsWith(SERVICE_ACCOUNT)) {
      return IdentityType.SERVICE_ACCOUNT;
    }
    if (subject.equals("system:anonymous")) {
      return IdentityType.ANONYMOUS;
    }
    return subject.startsWith("system:") ? IdentityType.WORKLOAD : IdentityType.UNKNOWN;
  }

  /**
   * Trino client protocol: the session is that user's, and began as the original user's where they
   * differ. Whether a token's subject is that user under another name is decided by a mapping that
   * only the server knows, so that nothing is said of those.
   */
  private static List<AssumedIdentity> trino(
      String user, @Nullable String original, @Nullable String host, CredentialUse credential) {
    List<AssumedIdentity> assumed = new ArrayList<>();
    String principal = credential.principal();
    String acting =
        credential.kind() == CredentialKind.BASIC && principal != null
            ? principal.substring(principal.startsWith(BASIC) ? BASIC.length() : 0)
            : null;
    String first = original == null ? user : original;
    if (acting != null && !acting.equals(first)) {
      assumed.add(trinoUser(first, host));
    }
    if (!user.equals(first)) {
      assumed.add(trinoUser(user, host));
    }
    return assumed;
  }

  private static AssumedIdentity trinoUser(String user, @Nullable String host) {
    String id = host == null ? "trino:" + user : "trino:" + user + '@' + host;
    return new AssumedIdentity(
        id, IdentityType.UNKNOWN, Via.IMPERSONATION, Collections.emptyList());
  }

  /** Null where that is none. */
  private static @Nullable String name(@Nullable String text) {
    return text == null || text.trim().isEmpty() || text.length() > MAX_NAME_LENGTH ? null : text;
  }
}
