/**
 * A client for JSON-RPC over HTTP, made for nodes that may be slow, overloaded or hostile: {@link Rpc} is what callers
 * see, {@link RpcOptions} bounds what a node can cost, and every failure is a subclass of {@link RpcException}.
 */
package thymus.fork.rpc;
