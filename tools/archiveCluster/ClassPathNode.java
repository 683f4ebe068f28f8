package org.opensearch.node;

import java.util.Arrays;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.env.Environment;
import org.opensearch.transport.Netty4Plugin;

/** A node whose plugins are on the class path. */
public final class ClassPathNode extends Node {
  public ClassPathNode(Environment environment) {
    super(environment, Arrays.asList(Netty4Plugin.class, CommonAnalysisPlugin.class), true);
  }
}
