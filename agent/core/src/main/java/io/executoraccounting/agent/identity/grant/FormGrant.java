/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity.grant;

import io.executoraccounting.agent.identity.grant.message.Fields;
import io.executoraccounting.spi.OutboundCall;

/** A form to any server: what it asks for, if for anything, shows in the form alone. */
final class FormGrant implements GrantProtocol, Fields {
  private final TokenGrant oauth;
  private final StsGrant sts;

  FormGrant(TokenGrant oauth, StsGrant sts) {
    this.oauth = oauth;
    this.sts = sts;
  }

  /** No parameter is known to both. */
  private GrantProtocol chosen() {
    return sts.asks() ? sts : oauth;
  }

  @Override
  public Fields request() {
    return this;
  }

  @Override
  public int begins(String parent, String name) {
    int wanted = oauth.request().begins(parent, name);
    return wanted > 0 ? wanted : sts.request().begins(parent, name);
  }

  @Override
  public void field(String parent, String name, String value) {
    Fields taker = oauth.request().begins(parent, name) > 0 ? oauth.request() : sts.request();
    taker.field(parent, name, value);
  }

  @Override
  public boolean asks() {
    return oauth.asks() != sts.asks();
  }

  @Override
  public Fields response() {
    return chosen().response();
  }

  @Override
  public OutboundCall describe(OutboundCall call) {
    return chosen().describe(call);
  }

  @Override
  public void learn(GrantTable grants) {
    chosen().learn(grants);
  }
}
