/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package sample.library;

/** What weave points want the implementations of. */
public interface Service {
  String serve(String request);
}
