/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package com.example.deploy;

import java.net.URI;

/** The services' own names, without TLS and on the port of whoever stands in for them. */
record Endpoints(URI sts, URI s3, URI ecr) {
  static Endpoints onPort(String port) {
    return new Endpoints(
        URI.create("http://sts.eu-west-1.amazonaws.com:" + port),
        URI.create("http://s3.eu-west-1.amazonaws.com:" + port),
        URI.create("http://api.ecr.eu-west-1.amazonaws.com:" + port));
  }
}
