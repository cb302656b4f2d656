/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.http;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Routes that list people: what follows is somebody's name, though it reads like a word, unless it
 * is one that such routes have below them.
 */
final class PeopleRoute {
  private static final Set<String> PEOPLE =
      setOf(
          "users",
          "people",
          "persons",
          "customers",
          "members",
          "employees",
          "patients",
          "contacts",
          "profiles",
          "authors",
          "owners",
          "students",
          "subscribers",
          "citizens",
          "friends");

  private static final Set<String> BELOW =
      setOf(
          "me",
          "self",
          "current",
          "search",
          "new",
          "count",
          "list",
          "all",
          "export",
          "import",
          "bulk",
          "batch",
          "login",
          "logout",
          "register",
          "signup",
          "settings",
          "roles",
          "groups");

  private PeopleRoute() {}

  static boolean names(String collection, String segment) {
    return PEOPLE.contains(collection.toLowerCase(Locale.ROOT))
        && !BELOW.contains(segment.toLowerCase(Locale.ROOT));
  }

  private static Set<String> setOf(String... words) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(words)));
  }
}
