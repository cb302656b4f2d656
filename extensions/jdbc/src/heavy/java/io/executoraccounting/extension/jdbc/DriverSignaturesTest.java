/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.extension.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.executoraccounting.spi.WeavePoint;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is woven in a driver alone stands in its real classes, which are read and not loaded. */
class DriverSignaturesTest {
  private final TypePool classFiles = TypePool.Default.ofSystemLoader();

  @ParameterizedTest
  @CsvSource({
    "oracle.jdbc.driver.PhysicalConnection, OpenProxySessionHandler, openProxySession",
    "oracle.jdbc.driver.PhysicalConnection, CloseProxySessionHandler, close",
    "com.mysql.cj.jdbc.ConnectionImpl, ChangeUserHandler, changeUser",
    "io.trino.jdbc.TrinoConnection, ChangeUserHandler, setSessionUser",
    "io.trino.jdbc.TrinoConnection, ClearSessionUserHandler, clearSessionUser"
  })
  void findsTheMethodInTheDriver(String type, String handler, String method) {
    assertThat(woven(classFiles.describe(type).resolve(), handler)).contains(method);
  }

  private static List<String> woven(TypeDescription type, String handler) {
    return DriverSessionPoints.all().stream()
        .filter(point -> point.handler().endsWith("." + handler))
        .filter(point -> selects(point, type))
        .flatMap(point -> type.getDeclaredMethods().filter(point.methods()).stream())
        .filter(method -> !method.isAbstract())
        .map(MethodDescription::getName)
        .distinct()
        .toList();
  }

  private static boolean selects(WeavePoint point, TypeDescription type) {
    return point.types().names().stream()
        .anyMatch(name -> name.equals(type.getName()) || isBelow(type, name));
  }

  private static boolean isBelow(TypeDescription type, String name) {
    boolean declared =
        type.getInterfaces().stream()
            .anyMatch(view -> view.getTypeName().equals(name) || isBelow(view.asErasure(), name));
    TypeDescription.Generic parent = type.getSuperClass();
    return declared || (parent != null && isBelow(parent.asErasure(), name));
  }
}
