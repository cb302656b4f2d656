/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.coding;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Developers hand tasks to an agent that opens pull requests. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CodingApplication {
  public static void main(String[] args) {
    SpringApplication.run(CodingApplication.class, args);
  }
}
