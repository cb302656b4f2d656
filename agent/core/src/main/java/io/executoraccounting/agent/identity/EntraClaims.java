/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.agent.identity;

import com.fasterxml.jackson.core.JsonParser;
import io.executoraccounting.spi.Gap;
import java.io.IOException;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Claims of Microsoft Entra ID; what they are called elsewhere is not meant. */
final class EntraClaims {
  /** {@code idtyp}: {@code app} or {@code user}. */
  @Nullable String type;

  /** {@code oid}: the object in the directory, the same for every application. */
  @Nullable String objectId;

  /** {@code xms_mirid}: the Azure resource that a managed identity is, or belongs to. */
  @Nullable String managedIdentity;

  /** {@code xms_sub_fct} and {@code xms_act_fct}: what subject and client are, as numbers. */
  @Nullable String subjectFacets;

  @Nullable String actorFacets;

  /** {@code xms_par_app_azp}: the blueprint of which an agent is an instance. */
  @Nullable String parentApplication;

  /** Reads one of them; false, with nothing read, if it is another claim. */
  boolean read(String name, JsonParser parser, TokenClaims claims) throws IOException {
    switch (name) {
      case "idtyp":
        type = ClaimText.value(parser, claims.gaps);
        break;
      case "oid":
        objectId = ClaimsParser.named(parser, claims);
        break;
      case "xms_mirid":
        // Too long for an id, it is no loss: the application's id remains.
        managedIdentity = ClaimText.value(parser, EnumSet.noneOf(Gap.class));
        break;
      case "xms_sub_fct":
        subjectFacets = ClaimText.value(parser, claims.gaps);
        break;
      case "xms_act_fct":
        actorFacets = ClaimText.value(parser, claims.gaps);
        break;
      case "xms_par_app_azp":
        parentApplication = ClaimText.value(parser, claims.gaps);
        break;
      default:
        return false;
    }
    return true;
  }
}
