package thymus.corpus.traps;

/**
 * A property, true by construction unless something is planted.
 *
 * @param text from its kind on, such as {@code invariant x: 1 < 2;}; {@code f(x…)} stands for a pattern whose function
 *     may have more parameters than are named
 */
record Claim(String name, String text) {
    static Claim invariant(String name, String condition) {
        return new Claim(name, "invariant " + name + ": " + condition + ";");
    }

    static Claim rule(String name, String trigger, String condition) {
        return new Claim(name, "rule " + name + ": on " + trigger + ": " + condition + ";");
    }

    static Claim limit(String name, String condition) {
        return new Claim(name, "limit " + name + ": " + condition + ";");
    }

    /** @param more how many parameters {@code function} was given beside its own */
    String text(String function, int more) {
        String named = text.replaceAll("(\\." + function + "\\([^()]*)…\\)", "$1" + ", _".repeat(more) + ")");
        return named.replace("…", "");
    }
}
