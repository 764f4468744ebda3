/** The fuzzer's view of a deployed system: what can be sent to it, what its executions cover, how it is judged. */
package thymus.fuzz.system;
