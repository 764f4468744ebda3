package thymus.corpus.traps;

/** How the compiler is to make the code; written for {@code compile-each.js}. */
record Settings(boolean optimized, boolean viaIr) {
    static Settings draw(Dice dice) {
        return switch (dice.below(10)) {
            case 0 -> new Settings(false, false);
            case 1 -> new Settings(true, true);
            default -> new Settings(true, false);
        };
    }

    String json() {
        return "{\"optimizer\": {\"enabled\": " + optimized + ", \"runs\": 200}, \"viaIR\": " + viaIr + "}\n";
    }
}
