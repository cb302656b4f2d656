/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package sample.library;

public interface BroaderService extends Service {}
