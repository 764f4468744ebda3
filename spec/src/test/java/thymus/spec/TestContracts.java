package thymus.spec;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.ContractSource;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/** A token, a vault and a limiter as their artifacts would describe them; nothing runs. */
public final class TestContracts implements ContractSource {
    private static final AbiType ADDRESS = new AbiType.Address();
    private static final AbiType UINT = new AbiType.UInt(256);
    private static final AbiType BOOL = new AbiType.Bool();
    private static final AbiType BYTES32 = new AbiType.FixedBytes(32);
    private static final AbiType U128 = new AbiType.UInt(128);
    private static final AbiType BUCKET =
            new AbiType.Tuple(List.of(p("tokens", U128), p("enabled", BOOL), p("rate", U128)));

    private final Map<String, ContractModel> models = Map.of(
            "Token.sol:Token",
            token(),
            "Vault.sol:Vault",
            vault(),
            "Limiter.sol:Limiter",
            limiter(),
            "Proxy.sol:Proxy",
            new ContractModel(
                    "Proxy",
                    Optional.of(constructor(Mutability.PAYABLE, p("logic", ADDRESS), p("data", new AbiType.Bytes()))),
                    List.of(),
                    List.of(),
                    Optional.of(List.of())),
            "Bare.sol:Bare",
            new ContractModel("Bare", Optional.empty(), List.of(view("total", UINT)), List.of(), Optional.empty()));

    @Override
    public Optional<ContractModel> find(String reference) {
        return Optional.ofNullable(models.get(reference));
    }

    @Override
    public List<FunctionModel> errors(String reference) {
        return reference.equals("Vault.sol:Vault")
                ? List.of(call("Paused"), call("TooMuch", p("amount", UINT)))
                : List.of();
    }

    @Override
    public Optional<Map<String, List<String>>> enums(String reference) {
        return reference.equals("Vault.sol:Vault")
                ? Optional.of(Map.of(
                        "Vault.State", List.of("Active", "Paused"),
                        "Base.Kind", List.of("A", "B"),
                        "One.Twice", List.of("A"),
                        "Two.Twice", List.of("B")))
                : Optional.empty();
    }

    @Override
    public List<String> references() {
        return models.keySet().stream().sorted().toList();
    }

    @Override
    public String description() {
        return "the test contracts";
    }

    static Parameter p(String name, AbiType type) {
        return new Parameter(name, type);
    }

    private static FunctionModel view(String name, AbiType output, Parameter... inputs) {
        return new FunctionModel(name, List.of(inputs), List.of(p("", output)), Mutability.VIEW);
    }

    private static FunctionModel call(String name, Parameter... inputs) {
        return new FunctionModel(name, List.of(inputs), List.of(), Mutability.NONPAYABLE);
    }

    private static FunctionModel constructor(Mutability mutability, Parameter... inputs) {
        return new FunctionModel("", List.of(inputs), List.of(), mutability);
    }

    private static StorageVariable at(int slot, String name, StorageType type) {
        return new StorageVariable(name, BigInteger.valueOf(slot), 0, type);
    }

    private static StorageType word(AbiType type) {
        return new StorageType.Value(type, 32);
    }

    private static EventModel event(String name, EventModel.Field... fields) {
        return new EventModel(name, Arrays.asList(fields), false);
    }

    private static ContractModel token() {
        StorageType balances = new StorageType.Mapping(ADDRESS, word(UINT));
        return new ContractModel(
                "Token",
                Optional.of(constructor(Mutability.NONPAYABLE)),
                List.of(
                        view("balanceOf", UINT, p("account", ADDRESS)),
                        view("totalSupply", UINT),
                        call("mint", p("to", ADDRESS), p("amount", UINT)),
                        call("approve", p("spender", ADDRESS), p("amount", UINT)),
                        call("transfer", p("to", ADDRESS), p("amount", UINT))),
                List.of(event(
                        "Transfer",
                        new EventModel.Field("from", ADDRESS, true),
                        new EventModel.Field("to", ADDRESS, true),
                        new EventModel.Field("value", UINT, false))),
                Optional.of(List.of(
                        at(0, "balances", balances),
                        at(1, "allowances", new StorageType.Mapping(ADDRESS, balances)),
                        at(2, "supply", word(UINT)))));
    }

    private static ContractModel vault() {
        StorageType account = new StorageType.Struct(
                "Account", List.of(at(0, "shares", word(UINT)), at(1, "frozen", word(BOOL))), BigInteger.TWO);
        return new ContractModel(
                "Vault",
                Optional.of(constructor(
                        Mutability.PAYABLE,
                        p("token", ADDRESS),
                        p("guardian", ADDRESS),
                        p("cap", UINT),
                        p("rate", UINT))),
                List.of(
                        view("paused", BOOL),
                        view("owner", ADDRESS),
                        view("sharesOf", UINT, p("user", ADDRESS)),
                        view("roleOf", BYTES32, p("user", ADDRESS)),
                        view("kind", new AbiType.FixedBytes(4)),
                        view("name", new AbiType.Text()),
                        view("series", new AbiType.Array(UINT, OptionalInt.of(3))),
                        new FunctionModel(
                                "limits",
                                List.of(),
                                List.of(p("cap", UINT), p("note", new AbiType.Text()), p("rate", UINT)),
                                Mutability.VIEW),
                        call("deposit", p("amount", UINT)),
                        new FunctionModel(
                                "withdraw",
                                List.of(p("amount", UINT)),
                                List.of(p("left", UINT)),
                                Mutability.NONPAYABLE),
                        call("pause"),
                        call("unpause"),
                        call("setFee", p("bps", new AbiType.UInt(8))),
                        call("move", p("to", ADDRESS), p("amount", UINT)),
                        call("move", p("to", ADDRESS), p("amount", UINT), p("tag", BYTES32)),
                        call("rename", p("name", new AbiType.Text())),
                        new FunctionModel("donate", List.of(), List.of(), Mutability.PAYABLE)),
                List.of(
                        event(
                                "Withdrawn",
                                new EventModel.Field("user", ADDRESS, true),
                                new EventModel.Field("amount", UINT, false)),
                        event("Tripped", new EventModel.Field("by", ADDRESS, true))),
                Optional.of(List.of(
                        at(0, "shares", new StorageType.Mapping(ADDRESS, word(UINT))),
                        at(1, "accounts", new StorageType.Mapping(ADDRESS, account)),
                        at(2, "fees", new StorageType.FixedArray(word(UINT), BigInteger.TWO, BigInteger.TWO)),
                        at(4, "queue", new StorageType.DynamicArray(word(UINT))),
                        at(5, "label", new StorageType.ByteString()),
                        at(6, "capacity", word(UINT)),
                        at(7, "trippedAt", word(UINT)),
                        at(8, "guardian", word(ADDRESS)),
                        at(9, "drift", unknown()),
                        at(10, "drifts", new StorageType.Mapping(UINT, word(UINT), Optional.of("Drift"))),
                        at(11, "lags", new StorageType.Mapping(ADDRESS, unknown())))));
    }

    /** A value of a user-defined type that no function shows. */
    private static StorageType unknown() {
        return new StorageType.Value(UINT, 32, Optional.of("Drift"));
    }

    private static ContractModel limiter() {
        AbiType config = new AbiType.Tuple(List.of(p("isEnabled", BOOL), p("capacity", U128), p("rate", U128)));
        StorageType bucket = new StorageType.Struct(
                "Bucket",
                List.of(at(0, "tokens", word(U128)), at(1, "capacity", word(U128)), at(2, "rate", word(U128))),
                BigInteger.valueOf(3));
        return new ContractModel(
                "Limiter",
                Optional.of(constructor(Mutability.NONPAYABLE, p("config", config))),
                List.of(
                        view("state", BUCKET),
                        call("consume", p("amount", UINT)),
                        call("configure", p("config", config)),
                        call(
                                "setAll",
                                p("values", new AbiType.Array(UINT, OptionalInt.empty())),
                                p("keys", new AbiType.Array(BYTES32, OptionalInt.of(2))))),
                List.of(event("Consumed", new EventModel.Field("amount", UINT, false))),
                Optional.of(List.of(at(0, "bucket", bucket))));
    }
}
