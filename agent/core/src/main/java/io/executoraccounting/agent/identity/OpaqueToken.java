/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import static io.executoraccounting.spi.CredentialKind.API_KEY;
import static io.executoraccounting.spi.CredentialKind.GCP_TOKEN;
import static io.executoraccounting.spi.CredentialKind.OPAQUE_BEARER;

import io.executoraccounting.bootstrap.IdentityType;
import io.executoraccounting.spi.CredentialKind;

/**
 * Products that mark their opaque tokens with a public prefix, which tells the kind alone. A prefix
 * that begins another one stands behind it.
 */
enum OpaqueToken {
  GITHUB_PERSONAL("ghp_", "github_personal", OPAQUE_BEARER, IdentityType.UNKNOWN),
  GITHUB_FINE_GRAINED("github_pat_", "github_personal", OPAQUE_BEARER, IdentityType.UNKNOWN),
  GITHUB_OAUTH("gho_", "github_oauth", OPAQUE_BEARER, IdentityType.UNKNOWN),
  GITHUB_USER("ghu_", "github_app_user", OPAQUE_BEARER, IdentityType.UNKNOWN),
  GITHUB_INSTALLATION(
      "ghs_", "github_app_installation", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  GITHUB_REFRESH("ghr_", "github_refresh", OPAQUE_BEARER, IdentityType.UNKNOWN),
  GITLAB("glpat-", "gitlab", OPAQUE_BEARER, IdentityType.UNKNOWN),
  GITLAB_DEPLOY("gldt-", "gitlab_deploy", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  GITLAB_RUNNER("glrt-", "gitlab_runner", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  GITLAB_CI_JOB("glcbt-", "gitlab_ci_job", OPAQUE_BEARER, IdentityType.CI_JOB),
  GITLAB_TRIGGER("glptt-", "gitlab_trigger", OPAQUE_BEARER, IdentityType.UNKNOWN),
  GITLAB_SCIM("glsoat-", "gitlab_scim", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  GITLAB_AGENT("glagent-", "gitlab_agent", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  GITLAB_FEED("glft-", "gitlab_feed", OPAQUE_BEARER, IdentityType.UNKNOWN),
  GITLAB_OAUTH_SECRET("gloas-", "gitlab_oauth_client", API_KEY, IdentityType.API_KEY),
  SLACK_BOT("xoxb-", "slack_bot", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  SLACK_USER("xoxp-", "slack_user", OPAQUE_BEARER, IdentityType.UNKNOWN),
  SLACK_ROTATING_BOT("xoxe.xoxb-", "slack_bot", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  SLACK_ROTATING_USER("xoxe.xoxp-", "slack_user", OPAQUE_BEARER, IdentityType.UNKNOWN),
  SLACK_REFRESH("xoxe-", "slack_refresh", OPAQUE_BEARER, IdentityType.UNKNOWN),
  SLACK_APP("xapp-", "slack_app", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  SLACK_WORKSPACE("xoxa-", "slack_app", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  SLACK_SESSION("xoxc-", "slack_user", OPAQUE_BEARER, IdentityType.UNKNOWN),
  VAULT_SERVICE("hvs.", "vault_service", OPAQUE_BEARER, IdentityType.UNKNOWN),
  VAULT_BATCH("hvb.", "vault_batch", OPAQUE_BEARER, IdentityType.UNKNOWN),
  VAULT_RECOVERY("hvr.", "vault_recovery", OPAQUE_BEARER, IdentityType.UNKNOWN),
  GOOGLE_ACCESS("ya29.", "google", GCP_TOKEN, IdentityType.UNKNOWN),
  GOOGLE_KEY("AIza", "google", API_KEY, IdentityType.API_KEY),
  GOOGLE_CLIENT_SECRET("GOCSPX-", "google_oauth_client", API_KEY, IdentityType.API_KEY),
  ANTHROPIC_ADMIN("sk-ant-admin", "anthropic_admin", API_KEY, IdentityType.API_KEY),
  ANTHROPIC("sk-ant-", "anthropic", API_KEY, IdentityType.API_KEY),
  OPENAI_PROJECT("sk-proj-", "openai", API_KEY, IdentityType.API_KEY),
  OPENAI_SERVICE("sk-svcacct-", "openai_service_account", API_KEY, IdentityType.API_KEY),
  OPENAI_ADMIN("sk-admin-", "openai_admin", API_KEY, IdentityType.API_KEY),
  OPENROUTER("sk-or-", "openrouter", API_KEY, IdentityType.API_KEY),
  UNNAMED_KEY("sk-", "", API_KEY, IdentityType.API_KEY),
  STRIPE_LIVE("sk_live_", "stripe_live", API_KEY, IdentityType.API_KEY),
  STRIPE_TEST("sk_test_", "stripe_test", API_KEY, IdentityType.API_KEY),
  STRIPE_RESTRICTED_LIVE("rk_live_", "stripe_live", API_KEY, IdentityType.API_KEY),
  STRIPE_RESTRICTED_TEST("rk_test_", "stripe_test", API_KEY, IdentityType.API_KEY),
  NPM("npm_", "npm", OPAQUE_BEARER, IdentityType.UNKNOWN),
  PYPI("pypi-", "pypi", OPAQUE_BEARER, IdentityType.UNKNOWN),
  RUBYGEMS("rubygems_", "rubygems", OPAQUE_BEARER, IdentityType.UNKNOWN),
  DOCKER_PERSONAL("dckr_pat_", "docker", OPAQUE_BEARER, IdentityType.UNKNOWN),
  DOCKER_ORGANISATION("dckr_oat_", "docker", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  DIGITALOCEAN_PERSONAL("dop_v1_", "digitalocean", OPAQUE_BEARER, IdentityType.UNKNOWN),
  DIGITALOCEAN_OAUTH("doo_v1_", "digitalocean_oauth", OPAQUE_BEARER, IdentityType.UNKNOWN),
  DIGITALOCEAN_REFRESH("dor_v1_", "digitalocean_refresh", OPAQUE_BEARER, IdentityType.UNKNOWN),
  HUGGING_FACE("hf_", "huggingface", OPAQUE_BEARER, IdentityType.UNKNOWN),
  HUGGING_FACE_ORGANISATION("api_org_", "huggingface", OPAQUE_BEARER, IdentityType.UNKNOWN),
  ATLASSIAN("ATATT", "atlassian", OPAQUE_BEARER, IdentityType.UNKNOWN),
  BITBUCKET_REPOSITORY("ATCTT", "bitbucket", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  BITBUCKET_APP_PASSWORD("ATBB", "bitbucket", OPAQUE_BEARER, IdentityType.UNKNOWN),
  DOPPLER_PERSONAL("dp.pt.", "doppler", OPAQUE_BEARER, IdentityType.UNKNOWN),
  DOPPLER_SERVICE("dp.st.", "doppler", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  DOPPLER_SERVICE_ACCOUNT("dp.sa.", "doppler", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  DOPPLER_CLI("dp.ct.", "doppler", OPAQUE_BEARER, IdentityType.UNKNOWN),
  SHOPIFY("shpat_", "shopify", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  SHOPIFY_CUSTOM("shpca_", "shopify", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  SHOPIFY_PRIVATE("shppa_", "shopify", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  SENDGRID("SG.", "sendgrid", API_KEY, IdentityType.API_KEY),
  NEW_RELIC("NRAK-", "newrelic", API_KEY, IdentityType.API_KEY),
  GRAFANA_SERVICE_ACCOUNT("glsa_", "grafana", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  GRAFANA_CLOUD("glc_", "grafana", API_KEY, IdentityType.API_KEY),
  FIGMA("figd_", "figma", OPAQUE_BEARER, IdentityType.UNKNOWN),
  LINEAR_KEY("lin_api_", "linear", API_KEY, IdentityType.API_KEY),
  LINEAR_OAUTH("lin_oauth_", "linear", OPAQUE_BEARER, IdentityType.UNKNOWN),
  NOTION("ntn_", "notion", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  POSTMAN("PMAK-", "postman", API_KEY, IdentityType.API_KEY),
  DYNATRACE("dt0c01.", "dynatrace", API_KEY, IdentityType.API_KEY),
  DYNATRACE_PLATFORM("dt0s", "dynatrace", OPAQUE_BEARER, IdentityType.UNKNOWN),
  PLANETSCALE("pscale_tkn_", "planetscale", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  SUPABASE("sbp_", "supabase", OPAQUE_BEARER, IdentityType.UNKNOWN),
  SENTRY_ORGANISATION("sntrys_", "sentry", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  SENTRY_USER("sntryu_", "sentry", OPAQUE_BEARER, IdentityType.UNKNOWN),
  CIRCLECI_PROJECT("CCIPRJ_", "circleci", OPAQUE_BEARER, IdentityType.SERVICE_ACCOUNT),
  CIRCLECI_PERSONAL("CCIPAT_", "circleci", OPAQUE_BEARER, IdentityType.UNKNOWN),
  BUILDKITE("bkua_", "buildkite", OPAQUE_BEARER, IdentityType.UNKNOWN),
  PULUMI("pul-", "pulumi", OPAQUE_BEARER, IdentityType.UNKNOWN),
  GROQ("gsk_", "groq", API_KEY, IdentityType.API_KEY),
  XAI("xai-", "xai", API_KEY, IdentityType.API_KEY),
  PERPLEXITY("pplx-", "perplexity", API_KEY, IdentityType.API_KEY),
  REPLICATE("r8_", "replicate", OPAQUE_BEARER, IdentityType.UNKNOWN),
  TAILSCALE("tskey-", "tailscale", API_KEY, IdentityType.API_KEY),
  JFROG_KEY("AKCp", "jfrog", API_KEY, IdentityType.API_KEY),
  JFROG_REFERENCE("cmVmdGtuOj", "jfrog", OPAQUE_BEARER, IdentityType.UNKNOWN),
  /** 32 digits of hex, which the number of a shard may follow. */
  DATABRICKS("dapi", "databricks", OPAQUE_BEARER, IdentityType.UNKNOWN) {
    @Override
    boolean marks(String token) {
      return super.marks(token) && isHex(token, 4, 36) && token.length() <= 39;
    }
  },
  DATABRICKS_OAUTH_SECRET("dose", "databricks", API_KEY, IdentityType.API_KEY) {
    @Override
    boolean marks(String token) {
      return super.marks(token) && isHex(token, 4, 36) && token.length() == 36;
    }
  },
  VAULT_LEGACY("s.", "vault_service", OPAQUE_BEARER, IdentityType.UNKNOWN) {
    @Override
    boolean marks(String token) {
      return super.marks(token) && token.length() == 26 && isAlphanumeric(token, 2);
    }
  },
  AZURE_DEVOPS("AZDO", "azure_devops", OPAQUE_BEARER, IdentityType.UNKNOWN) {
    /** The mark stands near the end, before the checksum. */
    @Override
    boolean marks(String token) {
      return token.length() == 84 && token.startsWith("AZDO", 76) && isAlphanumeric(token, 0);
    }
  },
  OTHER("", "", OPAQUE_BEARER, IdentityType.UNKNOWN);

  private static final OpaqueToken[] ALL = values();

  private final String prefix;
  private final String product;
  private final CredentialKind kind;
  private final IdentityType holder;

  OpaqueToken(String prefix, String product, CredentialKind kind, IdentityType holder) {
    this.prefix = prefix;
    this.product = product;
    this.kind = kind;
    this.holder = holder;
  }

  static OpaqueToken of(String token) {
    for (OpaqueToken candidate : ALL) {
      if (candidate.marks(token)) {
        return candidate;
      }
    }
    return OTHER;
  }

  boolean marks(String token) {
    return token.startsWith(prefix);
  }

  /** What such tokens begin with; empty for {@link #OTHER}. */
  String prefix() {
    return prefix;
  }

  /** What the prefix names; empty where many products use it. */
  String product() {
    return product;
  }

  CredentialKind kind() {
    return kind;
  }

  /** What sort of identity holds such a token; unknown where it may be a person. */
  IdentityType holder() {
    return holder;
  }

  private static boolean isHex(String token, int from, int to) {
    for (int i = from; i < to; i++) {
      if (i >= token.length() || Character.digit(token.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(String token, int from) {
    for (int i = from; i < token.length(); i++) {
      char c = token.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }
}
