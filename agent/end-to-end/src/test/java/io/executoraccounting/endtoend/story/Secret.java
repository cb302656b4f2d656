/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

/** Every secret of the stories; none may come out of an agent. */
enum Secret {
  PEOPLE_PASSWORD("canary-people-password-2f61c9"),
  WEB_SHOP_SECRET("canary-web-shop-secret-83be10"),
  SUPPORT_BOT_SECRET("canary-support-bot-secret-c4417e"),
  KNOWLEDGE_GATEWAY_SECRET("canary-knowledge-gateway-secret-95d2"),
  DATA_SYNC_SECRET("canary-data-sync-secret-0b7733"),
  DATA_SYNC_BACKUP_SECRET("canary-data-sync-backup-secret-6aa9"),
  AUDIT_API_KEY("canary-audit-api-key-e1f08d55"),
  DB_PASSWORD("canary-db-password-6b1f2c"),
  INSTALLATION_TOKEN("ghs_cnry0InstallationToken1a2b3c4d5e6f70"),
  AWS_SECRET_KEY("cnry0AwsSecretKey/1a2b3c4d5e6f7a8b9c0d1e"),
  AWS_SESSION_TOKEN("FwoGcnry0AwsSessionToken1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f90");

  private final String text;

  Secret(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
