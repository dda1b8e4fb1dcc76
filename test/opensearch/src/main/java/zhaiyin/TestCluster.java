package zhaiyin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;
import org.opensearch.transport.TransportService;

/**
 * Real OpenSearch nodes in one JVM, on the loopback, for tests.
 *
 * <p>Usage: {@code TestCluster FOLDER NODES}. When all nodes have joined it prints one line of JSON,
 * {@code {"ready":["http://127.0.0.1:PORT",…]}}, in the order of the nodes. It then takes orders from standard input, one a line, and
 * answers each with a line of JSON: {@code kill N} ends node N without a goodbye to its data, {@code start N} starts it again on the same
 * data, at a new port. It ends when standard input does, so a test that dies leaves nothing behind.
 *
 * <p>Nodes are made directly, so none of the bootstrap checks of a production cluster run, and there is no security plug-in.
 */
public final class TestCluster {
    /** Several nodes in one JVM: the log's node id can be set once only, so no node sets it. */
    private static final class TestNode extends Node {
        TestNode(Environment environment, Collection<Class<? extends Plugin>> plugins) {
            super(environment, plugins, true);
        }

        @Override
        protected void configureNodeAndClusterIdStateListener(org.opensearch.cluster.service.ClusterService clusterService) {}
    }

    private final Path folder;
    private final Node[] nodes;
    private final String[] transports;

    private TestCluster(Path folder, int count) {
        this.folder = folder;
        nodes = new Node[count];
        transports = new String[count];
    }

    public static void main(String[] args) throws Exception {
        var cluster = new TestCluster(Path.of(args[0]), Integer.parseInt(args[1]));
        for (int i = 0; i < cluster.nodes.length; i++) cluster.start(i);
        cluster.say("ready");
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order; (order = orders.readLine()) != null; ) {
                if (order.isBlank()) continue;
                var words = order.trim().split(" ");
                int node = Integer.parseInt(words[1]);
                if (words[0].equals("kill")) cluster.stop(node);
                else cluster.start(node);
                cluster.say(words[0]);
            }
        }
        // The data is thrown away: nodes that say goodbye to each other take 20 seconds to.
        Runtime.getRuntime().halt(0);
    }

    private void start(int i) throws Exception {
        if (nodes[i] != null) return;
        Path home = Files.createDirectories(folder.resolve("node-" + i));
        Files.createDirectories(home.resolve("config"));
        String others = String.join(",", Arrays.stream(transports).filter(address -> address != null).toList());
        var settings = Settings.builder()
            .put("cluster.name", "zhaiyin-test")
            .put("node.name", "node-" + i)
            .put("path.home", home)
            .put("network.host", "127.0.0.1")
            .put("http.port", 0)
            .put("transport.port", 0)
            .putList("discovery.seed_hosts", others.isEmpty() ? List.of() : List.of(others.split(",")))
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("action.auto_create_index", false)
            .put("node.processors", 2)
            // A node that is gone must be noticed within a test's patience.
            .put("cluster.fault_detection.follower_check.interval", "500ms")
            .put("cluster.fault_detection.follower_check.timeout", "1s")
            .put("cluster.fault_detection.leader_check.interval", "500ms")
            .put("cluster.fault_detection.leader_check.timeout", "1s")
            .put("discovery.find_peers_interval", "300ms")
            .put("discovery.request_peers_timeout", "1s");
        if (Files.notExists(home.resolve("data"))) settings.putList("cluster.initial_cluster_manager_nodes", "node-0");
        var environment = InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), home.resolve("config"), () -> "node-" + i);
        var node = new TestNode(environment, List.of(Netty4Plugin.class));
        node.start();
        nodes[i] = node;
        transports[i] = node.injector().getInstance(TransportService.class).boundAddress().publishAddress().toString();
    }

    private void stop(int i) throws IOException, InterruptedException {
        if (nodes[i] == null) return;
        nodes[i].close();
        nodes[i].awaitClose(10, TimeUnit.SECONDS);
        nodes[i] = null;
        transports[i] = null;
    }

    private void say(String what) {
        var addresses = Arrays.stream(nodes).map(node -> node == null ? "null" : "\"http://" + addressOf(node) + "\"").toList();
        System.out.println("{\"" + what + "\":[" + String.join(",", addresses) + "]}");
        System.out.flush();
    }

    private static String addressOf(Node node) {
        return node.injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress().toString();
    }
}
