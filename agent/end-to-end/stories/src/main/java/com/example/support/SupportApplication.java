/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.support;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Customers ask, and a bot acts for them: opens tickets and notes what it learned at payments. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SupportApplication {
  public static void main(String[] args) {
    SpringApplication.run(SupportApplication.class, args);
  }
}
