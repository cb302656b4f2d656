/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.config;

import io.executoraccounting.bootstrap.IdentityType;
import org.jspecify.annotations.Nullable;

/** {@code agent:support-*}, {@code type:human}, {@code issuer:https://idp.example}. */
final class IdentityPatternParser implements ValueParser<IdentityPattern> {
  private static final String TYPE = "type:";
  private static final String ISSUER = "issuer:";
  private static final String NOBODY = "none";

  private final boolean vouchedFor;
  private final boolean optional;

  private IdentityPatternParser(boolean vouchedFor, boolean optional) {
    this.vouchedFor = vouchedFor;
    this.optional = optional;
  }

  /** Records name no issuer of executors: where there is one, their ids begin with it. */
  static IdentityPatternParser ofExecutors() {
    return new IdentityPatternParser(false, false);
  }

  static IdentityPatternParser ofAuthorities() {
    return new IdentityPatternParser(true, false);
  }

  static IdentityPatternParser ofInitiators() {
    return new IdentityPatternParser(true, true);
  }

  @Override
  public @Nullable IdentityPattern parse(String text) {
    if (text.startsWith(TYPE)) {
      IdentityType type = type(text.substring(TYPE.length()));
      return type == null ? null : IdentityPattern.ofType(type);
    }
    if (text.startsWith(ISSUER)) {
      boolean named = vouchedFor && text.length() > ISSUER.length();
      return named ? IdentityPattern.ofIssuer(Glob.exact(text.substring(ISSUER.length()))) : null;
    }
    if (optional && text.equals(NOBODY)) {
      return IdentityPattern.nobody();
    }
    return text.isEmpty() ? null : IdentityPattern.ofId(Glob.exact(text));
  }

  private static @Nullable IdentityType type(String value) {
    for (IdentityType type : IdentityType.values()) {
      if (type.value().equals(value)) {
        return type;
      }
    }
    return null;
  }

  @Override
  public String expected() {
    StringBuilder text = new StringBuilder("an id, * for any characters");
    text.append(vouchedFor ? ", issuer: and its issuer, or type: and" : ", or type: and");
    for (IdentityType type : IdentityType.values()) {
      text.append(' ').append(type.value());
    }
    return (optional ? text.append(", or none") : text).toString();
  }
}
