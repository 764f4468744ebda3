package thymus.fork.rpc;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The address of a node.
 *
 * @param uri without user and password
 * @param authorization the HTTP header's value, if the URL held a user
 * @param name scheme, host and port only; providers put their keys in paths, queries and users
 */
record Endpoint(URI uri, Optional<String> authorization, String name) {
    static Endpoint parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            // The exception's own message would show the whole URL.
            throw new RpcException("the node's URL cannot be read (" + e.getReason() + " at character " + e.getIndex()
                    + "); write it like http://127.0.0.1:8545");
        }
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getPort() > 65535) {
            throw new RpcException("the node's URL must begin with http:// or https:// and name a host;"
                    + " write it like http://127.0.0.1:8545");
        }
        String server = uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        boolean secret = path.length() > 1 || !query.isEmpty();
        return new Endpoint(
                URI.create(server + path + query),
                Optional.ofNullable(uri.getUserInfo()).map(Endpoint::basic),
                server + (secret ? "/***" : ""));
    }

    /** Removes the secret part of the URL from foreign text, because servers like to quote it. */
    String conceal(String foreign) {
        String path = uri.getRawPath();
        String hidden = path.length() > 1 ? foreign.replace(path, "/***") : foreign;
        return uri.getRawQuery() == null ? hidden : hidden.replace(uri.getRawQuery(), "***");
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }
}
