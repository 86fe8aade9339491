package org.dudao.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dudao.startup.Problem;

/**
 * Where a webhook may lead: out into the public net over https, or into a network that the installation names. Anything
 * else would let a school make our server call what only our server can reach. Asked when an address is saved and again
 * at every call, which then goes to exactly the address that was looked at.
 */
@ApplicationScoped
public class WebhookTargets {

    private static final int LONGEST = 2_000;

    /** Everything that IANA keeps for special purposes; of IPv6 only 2000::/3 is public at all. */
    private static final List<Network> RESERVED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/3",
                    "4000::/2",
                    "8000::/1",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::of)
            .toList();

    private final List<Network> allowed;

    @Inject
    WebhookTargets(Settings settings) {
        this(settings.webhook().allowedNetworks().orElse(List.of()));
    }

    private WebhookTargets(List<String> allowed) {
        this.allowed = allowed.stream().map(Network::of).toList();
    }

    static WebhookTargets allowing(String... networks) {
        return new WebhookTargets(List.of(networks));
    }

    /** A target as it will be called. */
    public record Target(URI uri, InetAddress address) {

        public boolean tls() {
            return "https".equalsIgnoreCase(uri.getScheme());
        }

        public int port() {
            return uri.getPort() > 0 ? uri.getPort() : tls() ? 443 : 80;
        }

        public String pathAndQuery() {
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        }
    }

    /** @throws Problem 422 when it may not be called */
    public Target check(String url) {
        URI uri = parse(url);
        InetAddress[] addresses = resolve(uri.getHost());
        boolean own = Stream.of(addresses).allMatch(this::isAllowed);
        if (!own && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw refused("推送地址必须以 https:// 开头。", "A webhook must be https.");
        }
        if (!own && !Stream.of(addresses).allMatch(a -> isAllowed(a) || isPublic(a))) {
            throw refused(
                    "推送地址指向内部网络，不能使用。如确为本局网络，请管理员加入允许的网段。",
                    "This address lies in an internal network. If it is the bureau's own, ask the administrator to allow it.");
        }
        return new Target(uri, addresses[0]);
    }

    private static URI parse(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw refused("推送地址的格式无法识别。", "This is no address.");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http")) || uri.getPort() > 65_535) {
            throw refused(
                    "请填写完整的推送地址，例如 https://oa.school.example/dudao。",
                    "Give a whole address, such as https://oa.school.example/dudao.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null || url.length() > LONGEST) {
            throw refused(
                    "推送地址不能带账号密码或 #，长度不超过 2000 个字符。",
                    "No user, password or # in the address, and at most 2,000 characters.");
        }
        return uri;
    }

    private static InetAddress[] resolve(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw refused("找不到主机 " + host + "，请检查域名。", "The host " + host + " is not known; check its name.");
        }
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }

    static boolean isPublic(InetAddress address) {
        return RESERVED.stream().noneMatch(network -> network.contains(address));
    }

    private static Problem refused(String zh, String en) {
        return Problem.invalid("url", zh, en);
    }
}
