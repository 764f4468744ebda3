package thymus.system.execution;

import thymus.evm.interpreter.Message;

/**
 * A call of a function that somebody asks for. It succeeded and was not undone.
 *
 * @param begin before it moves ether
 */
record MadeCall(Message message, byte[] output, InnerMoment begin, InnerMoment end) {}
