/**
 * A client for JSON-RPC over HTTP, made for nodes that may be slow, overloaded or hostile. {@link Rpc} is what callers
 * see: a service of web3j, with web3j's requests and answers. {@link RpcOptions} bounds what a node can cost, and every
 * failure is a subclass of {@link RpcException}.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.json}, {@code evm.primitive}, {@code spec.text}.
 */
package thymus.fork.rpc;
