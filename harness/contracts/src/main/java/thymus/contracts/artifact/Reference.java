package thymus.contracts.artifact;

/**
 * The reference to a compiled contract in a specification: {@code Vault}, {@code Vault.sol:Vault},
 * {@code src/Vault.sol:Vault}.
 *
 * @param source the end of the source path, in whole components; empty for any source
 */
record Reference(String source, String name) {
    static Reference parse(String text) {
        int colon = text.lastIndexOf(':');
        String source = colon < 0 ? "" : text.substring(0, colon);
        return new Reference(source.replaceFirst("^(\\./)+", ""), text.substring(colon + 1));
    }

    boolean matches(String candidateSource, String candidateName) {
        return name.equals(candidateName)
                && (source.isEmpty()
                        || candidateSource.equals(source)
                        || candidateSource.endsWith("/" + source)
                        // The folder of an artifact without metadata shows only the name of the source file.
                        || (candidateSource.indexOf('/') < 0 && lastPart(source).equals(candidateSource)));
    }

    boolean exact(String candidateSource) {
        return candidateSource.equals(source);
    }

    /** @param folder such as {@code Vault.sol} */
    boolean mayMatch(String folder, String candidateName) {
        return name.equals(candidateName)
                && (source.isEmpty() || lastPart(source).equals(folder));
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
