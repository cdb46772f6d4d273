package touchstone.web.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A browser as far as HTTP goes: keeps cookies, names its origin, asks for gzip as browsers do.
final class Browserless {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";

    Browserless(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    Browserless with(String cookie) {
        keep(cookie);
        return this;
    }

    void csrf(String token) {
        csrf = token;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<byte[]> form(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> json(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header("Origin", address).header("Accept-Encoding", "gzip").header("Accept-Language", "zh");
        if (!csrf.isEmpty()) {
            request.header("X-CSRF-Token", csrf);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie",
                    cookies.entrySet()
                            .stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var response = http.send(request.build(), BodyHandlers.ofByteArray());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    private void keep(String cookie) {
        var pair = cookie.contains(";") ? cookie.substring(0, cookie.indexOf(';')) : cookie;
        int middle = pair.indexOf('=');
        cookies.put(pair.substring(0, middle), pair.substring(middle + 1));
    }
}
