package thymus.spec.tree;

/**
 * A name bound by {@code forall} or by the pattern of a call or event.
 *
 * @param id unique within the specification, so that two bindings of one name never meet
 */
public record Variable(String name, Type type, int id) {}
