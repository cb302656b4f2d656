/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import org.jspecify.annotations.Nullable;

/** Headers that carry an API key and nothing else; which product they belong to. */
enum ApiKeyHeader {
  X_API_KEY("X-Api-Key", null),
  API_KEY("api-key", null),
  APIKEY("apikey", null),
  GOOGLE("x-goog-api-key", "google"),
  VAULT("X-Vault-Token", "vault"),
  GITLAB("PRIVATE-TOKEN", "gitlab"),
  GITLAB_JOB("JOB-TOKEN", "gitlab_ci_job"),
  GITLAB_DEPLOY("DEPLOY-TOKEN", "gitlab_deploy"),
  DATADOG("DD-API-KEY", "datadog"),
  SHOPIFY("X-Shopify-Access-Token", "shopify"),
  AZURE_API_MANAGEMENT("Ocp-Apim-Subscription-Key", "azure_api_management"),
  OPENSTACK("X-Auth-Token", null),
  FIGMA("X-Figma-Token", "figma"),
  CONSUL("X-Consul-Token", "consul"),
  NOMAD("X-Nomad-Token", "nomad"),
  ALGOLIA("X-Algolia-API-Key", "algolia", "X-Algolia-Application-Id"),
  CLOUDFLARE_ACCESS("CF-Access-Client-Secret", "cloudflare", "CF-Access-Client-Id"),
  CLOUDFLARE("X-Auth-Key", "cloudflare");

  private static final ApiKeyHeader[] ALL = values();

  private final String header;
  private final @Nullable String product;
  private final @Nullable String idHeader;

  ApiKeyHeader(String header, @Nullable String product) {
    this(header, product, null);
  }

  ApiKeyHeader(String header, @Nullable String product, @Nullable String idHeader) {
    this.header = header;
    this.product = product;
    this.idHeader = idHeader;
  }

  /** In the order in which they are asked for. */
  static ApiKeyHeader[] all() {
    return ALL;
  }

  String header() {
    return header;
  }

  /** Null where many products use the header. */
  @Nullable String product() {
    return product;
  }

  /** The header that names the key, which is public; null where there is none. */
  @Nullable String idHeader() {
    return idHeader;
  }
}
