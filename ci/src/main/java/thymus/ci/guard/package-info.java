/**
 * The command {@code guard}: from a specification to the source of a contract that enforces it inside execution. What
 * it enforces it enforces exactly or more strictly, and what it cannot enforce it names.
 *
 * <p>May import of Thymus: {@code ci}, {@code spec}, {@code spec.contract}, {@code spec.syntax}, {@code spec.text},
 * {@code spec.tree}.
 */
package thymus.ci.guard;
