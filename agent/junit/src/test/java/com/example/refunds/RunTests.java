/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.refunds;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a class, as a build tool does, and prints how each ended. */
public final class RunTests {
  private RunTests() {}

  public static void main(String[] arguments) {
    Launcher launcher = LauncherFactory.create();
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(arguments[0]))
            .build(),
        new Printing());
  }

  private static final class Printing implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getThrowable().isPresent()) {
        System.out.println("failed " + test.getDisplayName());
        System.out.println(result.getThrowable().get().getMessage());
      } else if (test.isTest()) {
        System.out.println("passed " + test.getDisplayName());
      }
    }
  }
}
