/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.coding;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param appId of the GitHub App that this service is
 * @param appKey its private key, PKCS 8 in base 64
 */
@ConfigurationProperties("coding")
record CodingProperties(
    URI githubUrl,
    String appId,
    Path appKey,
    long installation,
    URI auditUrl,
    String auditApiKey) {}
