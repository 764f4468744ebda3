package example;

import thymus.ci.junit.Thymus;

/** A test for each of these claims. */
@Thymus(
        value = "vault/Vault.inv",
        only = {"locked", "level"},
        transactions = 2_000)
class VaultClaimsTest {}
