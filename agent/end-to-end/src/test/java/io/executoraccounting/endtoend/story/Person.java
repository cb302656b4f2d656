/* Copyright The Executor Accounting Authors. SPDX-License-Identifier: Apache-2.0 */
package io.executoraccounting.endtoend.story;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who logged in at the web shop (RFC 6749 s4.1), and the token that came of it. */
record Person(String name, String token) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String REDIRECT = "http://127.0.0.1/logged-in";
  private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  static Person logIn(String issuerUrl, String name, String scope)
      throws IOException, InterruptedException {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    post(
        browser,
        issuerUrl + "/login",
        "username=" + name + "&password=" + Secret.PEOPLE_PASSWORD.text(),
        null);
    HttpResponse<String> authorized =
        browser.send(
            HttpRequest.newBuilder(
                    URI.create(
                        issuerUrl
                            + "/oauth2/authorize?response_type=code&client_id=web-shop&scope="
                            + encoded(scope)
                            + "&redirect_uri="
                            + encoded(REDIRECT)))
                .build(),
            BodyHandlers.ofString());
    String code =
        only(Pattern.compile("code=([^&]+)"), authorized.headers().firstValue("location").get());
    String answer =
        post(
            browser,
            issuerUrl + "/oauth2/token",
            "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(REDIRECT),
            "web-shop:" + Secret.WEB_SHOP_SECRET.text());
    return new Person(name, only(ACCESS_TOKEN, answer));
  }

  /** Sends a request in that trace and returns what is answered. */
  String send(String method, String url, String traceId) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(url))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token)
                .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01")
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + url + " was answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static String post(HttpClient browser, String url, String form, String login)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (login != null) {
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }
    return browser.send(request.build(), BodyHandlers.ofString()).body();
  }

  private static String only(Pattern pattern, String text) throws IOException {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IOException("no " + pattern + " in the answer");
    }
    return found.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
