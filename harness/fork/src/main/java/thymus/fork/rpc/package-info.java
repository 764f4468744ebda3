/**
 * A client for JSON-RPC over HTTP, for nodes that may be slow, overloaded or hostile. {@link Rpc} is its interface: a
 * web3j service, with web3j's requests and answers. {@link RpcOptions} bounds the cost of a node, and every failure is
 * a subclass of {@link RpcException}.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.json}, {@code evm.primitive}, {@code spec.text}.
 */
package thymus.fork.rpc;
