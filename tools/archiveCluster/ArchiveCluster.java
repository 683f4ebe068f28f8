import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.ClassPathNode;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.TransportService;

/**
 * Nodes of one cluster in one JVM: FOLDER and how many. Prints `ready URL URL…` when all have started. On its input it
 * takes `stop N` and `start N`, which do nothing where it is so already, and answers each with a line. It ends with its input.
 * Elasticsearch runs it too, once startCluster.js has put the names of its packages in.
 */
final class ArchiveCluster {
  private final Path folder;
  private final List<Node> nodes = new ArrayList<>();
  private final List<String> seeds = new ArrayList<>();

  private ArchiveCluster(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    ArchiveCluster cluster = new ArchiveCluster(Path.of(arguments[0]));
    int count = Integer.parseInt(arguments[1]);
    for (int index = 0; index < count; index++) cluster.nodes.add(cluster.start(index, 0));
    StringBuilder ready = new StringBuilder("ready");
    for (Node node : cluster.nodes) ready.append(" http://127.0.0.1:").append(httpPort(node));
    System.out.println(ready);
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    int[] ports = cluster.nodes.stream().mapToInt(ArchiveCluster::httpPort).toArray();
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] words = line.trim().split(" ");
      int index = Integer.parseInt(words[1]);
      if (words[0].equals("stop")) cluster.nodes.get(index).close();
      else if (cluster.nodes.get(index).isClosed()) cluster.nodes.set(index, cluster.start(index, ports[index]));
      System.out.println(words[0] + "ped " + index);
    }
    for (Node node : cluster.nodes) node.close();
    System.exit(0);
  }

  private Node start(int index, int httpPort) throws Exception {
    String name = "node-" + index;
    Settings settings = Settings.builder()
        .put("cluster.name", "archive-test")
        .put("node.name", name)
        .put("path.home", folder.resolve(name).toString())
        .put("network.host", "127.0.0.1")
        .put("http.port", httpPort)
        .put("http.max_content_length", "20mb")
        .put("transport.port", 0)
        .put("transport.type", "netty4")
        .put("http.type", "netty4")
        .put("node.processors", 2)
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .put("cluster.fault_detection.leader_check.interval", "200ms")
        .put("cluster.fault_detection.follower_check.interval", "200ms")
        .put("indices.breaker.total.use_real_memory", false)
        .putList("discovery.seed_hosts", seeds)
        .putList("cluster.initial_cluster_manager_nodes", seeds.isEmpty() ? List.of(name) : List.of())
        .build();
    Environment environment = InternalSettingsPreparer.prepareEnvironment(settings, java.util.Map.of(), null, () -> name);
    Node node = new ClassPathNode(environment).start();
    seeds.add(node.injector().getInstance(TransportService.class).boundAddress().publishAddress().toString());
    return node;
  }

  private static int httpPort(Node node) {
    return node.injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress().getPort();
  }
}
