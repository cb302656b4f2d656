/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.ClaimText;
import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.spi.CredentialKind;
import io.executoraccounting.spi.CredentialReader;
import io.executoraccounting.spi.CredentialUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a message that are on a list, and one token, which becomes what it says. */
final class ListedFields implements Fields {
  private final CredentialReader credentials;
  private final String tokenPlace;
  private final Set<String> places;
  private final Map<String, List<String>> values = new HashMap<>();
  private @Nullable CredentialUse token;

  /**
   * @param tokenPlace where the token stands: {@code parent.name}, or a name at the outermost;
   *     empty if no token is read
   * @param places where the others do; {@code parent.*} is all that the parent holds, told as
   *     {@code name:value}
   */
  ListedFields(CredentialReader credentials, String tokenPlace, String... places) {
    this.credentials = credentials;
    this.tokenPlace = tokenPlace;
    this.places = new HashSet<>(Arrays.asList(places));
  }

  @Override
  public int begins(String parent, String name) {
    String place = place(parent, name);
    if (place.equals(tokenPlace)) {
      return TOKEN_LENGTH;
    }
    return places.contains(place) || places.contains(parent + ".*") ? NAME_LENGTH : 0;
  }

  @Override
  public void field(String parent, String name, String value) {
    String place = place(parent, name);
    if (place.equals(tokenPlace)) {
      token = value.isEmpty() ? null : credentials.fromToken(value, CredentialKind.JWT);
      return;
    }
    boolean listed = places.contains(place);
    String told = listed ? value : name + ":" + value;
    List<String> there =
        values.computeIfAbsent(listed ? place : parent + ".*", unseen -> new ArrayList<>());
    if (!value.isEmpty() && ClaimText.printable(told) && there.size() < ClaimText.MAX_ITEMS) {
      there.add(told);
    }
  }

  private static String place(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  /** Whether nothing is read. */
  boolean isEmpty() {
    return tokenPlace.isEmpty() && places.isEmpty();
  }

  /** Null if there is none. */
  @Nullable CredentialUse token() {
    return token;
  }

  /** The first value there; null if there is none. */
  @Nullable String value(String place) {
    List<String> all = values(place);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Empty if there are none. */
  List<String> values(String place) {
    return values.getOrDefault(place, Collections.emptyList());
  }
}
