/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The company's authorization server: Spring Authorization Server with people and clients. */
@SpringBootApplication
public class IdentityServer {
  public static void main(String[] args) {
    SpringApplication.run(IdentityServer.class, args);
  }
}
