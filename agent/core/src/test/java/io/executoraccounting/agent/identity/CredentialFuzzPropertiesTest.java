/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.executoraccounting.spi.Actor;
import io.executoraccounting.spi.CredentialUse;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/**
 * Whatever arrives at any entry of the reader: it answers, at bounded cost, within the model's
 * limits, and keeps secrets to itself. The build reads {@value #USUAL} inputs of a fixed seed;
 * {@code -Pnightly} a million of a seed that it prints. Cost is counted in bytes that a read
 * allocates and in headers that it asks for, which do not depend on the machine.
 */
class CredentialFuzzPropertiesTest {
  static final int USUAL = 20_000;

  private static final long MAX_ALLOCATED = 3 << 20;
  private static final int MAX_CHARACTERS = 256;
  private static final int MAX_ACTORS = 8;
  private static final int MAX_ITEMS = 64;

  /** A stretch this long of a random secret is no accident. */
  private static final int PART = 8;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void everyInputIsAnsweredWithinBoundsAndWithoutItsSecret() {
    int inputs = Integer.getInteger("fuzz.inputs", USUAL);
    long seed = Long.getLong("fuzz.seed", 20261124L);
    if (seed == 0) {
      seed = new SecureRandom().nextLong();
      System.out.println("CredentialFuzzPropertiesTest: again with -Dfuzz.seed=" + seed);
    }
    Random random = new Random(seed);
    JqwikSession.run(() -> read(inputs, random));
  }

  private void read(int inputs, Random random) {
    String[] secret = new String[1];
    Arbitrary<String> secrets = Arbitraries.create(() -> secret[0]);
    RandomGenerator<FuzzInput> telling = FuzzInputs.secret(secrets).generator(1000);
    RandomGenerator<FuzzInput> tokens = FuzzInputs.tokens(secrets).generator(1000);
    List<RandomGenerator<FuzzInput>> hostile =
        List.of(
            FuzzInputs.damaged(FuzzInputs.secret(secrets)).generator(1000),
            FuzzInputs.damaged(FuzzInputs.tokens(secrets)).generator(1000),
            FuzzInputs.shapeless().generator(1000));
    PresentedCredentialReader reader = new PresentedCredentialReader(Fingerprinter.random());
    for (int i = 0; i < inputs; i++) {
      secret[0] = secret(random);
      if (i % 2 == 0) {
        RandomGenerator<FuzzInput> generator = i % 4 == 0 ? telling : tokens;
        FuzzInput input = generator.next(random).value();
        keepsSecret(input, read(reader, input), secret[0]);
      } else {
        read(reader, hostile.get(i / 2 % hostile.size()).next(random).value());
      }
    }
  }

  /** 12 to 80 letters and digits. */
  private static String secret(Random random) {
    return random
        .ints(12 + random.nextInt(69), 0, 62)
        .collect(
            StringBuilder::new,
            (text, i) ->
                text.append((char) (i < 10 ? '0' + i : i < 36 ? 'a' + i - 10 : 'A' + i - 36)),
            StringBuilder::append)
        .toString();
  }

  private CredentialUse read(PresentedCredentialReader reader, FuzzInput input) {
    long before = threads.getCurrentThreadAllocatedBytes();
    CredentialUse use;
    try {
      use = input.read(reader);
    } catch (RuntimeException | AssertionError thrown) {
      throw new AssertionError("reading " + input, thrown);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    if (allocated > MAX_ALLOCATED) {
      throw new AssertionError(allocated + " bytes for " + input);
    }
    staysWithinLimits(input, use);
    return use;
  }

  private static void staysWithinLimits(FuzzInput input, CredentialUse use) {
    assertThat(use.actors()).as("%s", input).hasSizeLessThanOrEqualTo(MAX_ACTORS);
    assertThat(use.scopes()).as("%s", input).hasSizeLessThanOrEqualTo(MAX_ITEMS);
    assertThat(use.audience()).as("%s", input).hasSizeLessThanOrEqualTo(MAX_ITEMS);
    for (String told : strings(use)) {
      if (told != null && (told.length() > MAX_CHARACTERS || !ClaimText.printable(told))) {
        throw new AssertionError(told + " of " + input);
      }
    }
  }

  private static List<String> strings(CredentialUse use) {
    List<String> strings = new ArrayList<>(use.scopes());
    strings.addAll(use.audience());
    strings.add(use.principal());
    strings.add(use.principalName());
    strings.add(use.publicId());
    strings.add(use.issuer());
    strings.add(use.tenant());
    strings.add(use.sessionId());
    strings.add(use.provider());
    List<Actor> actors = new ArrayList<>(use.actors());
    actors.add(use.initiator());
    actors.add(use.client());
    for (Actor actor : actors) {
      if (actor != null) {
        strings.add(actor.id());
        strings.add(actor.issuer());
      }
    }
    return strings;
  }

  private static void keepsSecret(FuzzInput input, CredentialUse use, String secret) {
    for (String told : strings(use)) {
      if (told != null && Told.tellsPart(told, secret, PART)) {
        throw new AssertionError(told + " of " + input);
      }
    }
  }
}
