package thymus.ci.lsp;

/**
 * A name that a file declares.
 *
 * @param kind the keyword of the declaration, or {@code instance} for what setup deploys
 * @param detail what it is, as the file says: the reference of a contract, the declared contract of an instance, and
 *     else the text of the declaration
 * @param word where it stands
 */
record Declared(String name, String kind, String detail, SourceWord word) {}
