package thymus.evm.interpreter;

import java.util.function.LongFunction;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/**
 * The block that contains a transaction.
 *
 * @param timestamp in seconds
 * @param baseFee in wei per gas
 * @param blobBaseFee in wei per blob gas
 * @param blockHashes the hash of an earlier block; called for the last 256 blocks only
 */
public record BlockContext(
        long number,
        long timestamp,
        Address coinbase,
        long gasLimit,
        Word baseFee,
        Word prevRandao,
        Word blobBaseFee,
        Word chainId,
        LongFunction<Word> blockHashes) {}
