/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.attribution;

import io.executoraccounting.agent.attribution.IdentityChange.Kind;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.OutboundCall;
import io.executoraccounting.spi.Via;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Says when executor or authority are others than before: per client (whoever set it going, and who
 * executes) and target (system, host and port). Remembers the {@value #MAX_CLIENTS} clients that
 * were seen last. For the pipeline's thread alone.
 */
public final class ChangeStage implements RecordStage {
  static final int MAX_CLIENTS = 4096;
  private static final int MAX_TARGETS = 1024;
  private static final int AUTHORITIES_OF_A_TARGET = 16;

  private final BoundedTable<ClientHistory> clients = new BoundedTable<>(MAX_CLIENTS);
  private final BoundedTable<RecentlySeen> targets = new BoundedTable<>(MAX_TARGETS);
  private final FailedGrants failedGrants = new FailedGrants();

  @Override
  public AccountingRecord apply(AccountingRecord record) {
    AuthorityStep step = record.step();
    if (step == null || !step.ownAuthority) {
      return record;
    }
    boolean tokenRequest = failedGrants.note(record);
    SeenAuthority now = new SeenAuthority(record, step);
    OutboundCall call = record.completed().call();
    Actor initiator = record.initiator();
    // A token endpoint is a target of its own, for it may share its host with what it guards.
    String target =
        step.caller
            + '\n'
            + (tokenRequest ? "token" : call.system())
            + '\n'
            + call.host()
            + '\n'
            + call.port();
    String client = (initiator == null ? "-" : initiator.id()) + '\n' + target;
    // What belongs to the target, whoever uses it; a person's own token belongs to that person.
    boolean usual = step.program && knownAt(target, now);
    ClientHistory history = clients.get(client);
    IdentityChange change;
    if (history == null) {
      clients.put(client, new ClientHistory(now));
      change = step.substituted == null ? step.explained : step.substituted;
    } else {
      boolean unobtainable = failedGrants.contains(history.authorityId());
      change = history.next(now, step, usual, unobtainable);
    }
    if (change == null) {
      return record;
    }
    if (change.kind() == Kind.FAILOVER) {
      return record.withChange(change).withChain(failedOver(record, step));
    }
    // Asking for a credential, one stands for itself; what is done with it shows where it is used.
    return tokenRequest ? record : record.withChange(change);
  }

  private boolean knownAt(String target, SeenAuthority now) {
    RecentlySeen authorities = targets.get(target);
    if (authorities == null) {
      authorities = new RecentlySeen(AUTHORITIES_OF_A_TARGET);
      targets.put(target, authorities);
    }
    return authorities.see(now.identity());
  }

  /**
   * The own credential that came in for the one that failed: what was made of it stays as it is.
   */
  private static List<ChainHop> failedOver(AccountingRecord record, AuthorityStep step) {
    List<ChainHop> chain = new ArrayList<>(record.chain());
    int at = chain.size() - 1;
    for (int i = at; i >= 0 && !chain.get(i).id().equals(step.caller); i--) {
      if (chain.get(i).via() == Via.PROCESS) {
        at = i;
      }
    }
    ChainHop hop = chain.get(at);
    chain.set(at, new ChainHop(hop.id(), hop.type(), Via.FAILOVER, hop.fingerprint()));
    return Collections.unmodifiableList(chain);
  }
}
