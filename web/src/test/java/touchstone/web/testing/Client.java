package touchstone.web.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A visitor's browser as far as HTTP goes: keeps cookies, sends the token against forged requests, and follows no
/// redirects, so that tests see them.
public final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String csrf;

    Client(String address, String cookie, String csrf) {
        this.address = address;
        this.csrf = csrf;
        headers.put("Accept", "text/html,application/json");
        headers.put("Accept-Language", "en");
        headers.put("Origin", address);
        if (!cookie.isEmpty()) {
            keep(cookie);
        }
    }

    public String address() {
        return address;
    }

    /// The same visitor where the site is now.
    public Client at(String elsewhere) {
        var client = new Client(elsewhere, "", csrf);
        client.cookies.putAll(cookies);
        return client;
    }

    /// A header of all requests from now on.
    public Client with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Client without(String header) {
        headers.remove(header);
        return this;
    }

    public Client withCsrf(String token) {
        csrf = token;
        return this;
    }

    public String csrf() {
        return csrf;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    /// A form.
    public Answer post(String path, Map<String, String> form) {
        return post(path, List.copyOf(form.entrySet()));
    }

    /// A form with fields of the same name.
    public Answer post(String path, List<Map.Entry<String, String>> fields) {
        var body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer json(String method, String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    /// Whatever a browser would not send.
    public Answer raw(String method, String path, String type, byte[] body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body)));
    }

    public Answer delete(String path) {
        return send(HttpRequest.newBuilder(uri(path)).DELETE());
    }

    private URI uri(String path) {
        return URI.create(address + path);
    }

    private Answer send(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        if (!csrf.isEmpty()) {
            request.setHeader("X-CSRF-Token", csrf);
        }
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie",
                    cookies.entrySet()
                            .stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }

    private void keep(String cookie) {
        var pair = cookie.contains(";") ? cookie.substring(0, cookie.indexOf(';')) : cookie;
        int middle = pair.indexOf('=');
        var value = pair.substring(middle + 1);
        if (value.isEmpty()) {
            cookies.remove(pair.substring(0, middle));
        } else {
            cookies.put(pair.substring(0, middle), value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// What came back.
    public record Answer(int status, String body, Map<String, String> headers) {
        Answer(HttpResponse<String> response) {
            this(response.statusCode(), response.body(),
                    response.headers()
                            .map()
                            .entrySet()
                            .stream()
                            .collect(Collectors.toMap(Map.Entry::getKey,
                                    header -> String.join(", ", header.getValue()))));
        }

        /// Where a redirect leads; empty if it is none.
        public String location() {
            return headers.getOrDefault("location", "");
        }
    }
}
