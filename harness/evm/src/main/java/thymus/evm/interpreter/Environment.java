package thymus.evm.interpreter;

import java.util.List;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** The instructions that read the frame, the transaction or the block. */
public final class Environment {
    private Environment() {}

    /** ADDRESS: the account whose storage and balance the frame uses. */
    public static Word address(Frame frame) {
        return frame.self.address().word();
    }

    /** ORIGIN: the sender of the transaction. */
    public static Word origin(Frame frame, Evm evm) {
        return evm.transaction().origin().word();
    }

    /** CALLER: the sender of the message. */
    public static Word caller(Frame frame) {
        return frame.message.sender().word();
    }

    /** CALLVALUE, in wei. */
    public static Word callValue(Frame frame) {
        return frame.message.value();
    }

    /** CALLDATASIZE, in bytes. */
    public static Word callDataSize(Frame frame) {
        return Word.of(callData(frame).length);
    }

    /** CALLDATALOAD: the 32 bytes from the offset, with zeros beyond the end. */
    public static Word callDataLoad(Word offset, Frame frame) {
        return WordBytes.readZeroPadded(callData(frame), offset.clampToLong());
    }

    /** The call data; empty in a creation, whose input is its init code. */
    static byte[] callData(Frame frame) {
        return frame.message.kind().creates() ? Frame.NOTHING : frame.message.input();
    }

    /** CODESIZE, in bytes. */
    public static Word codeSize(Frame frame) {
        return Word.of(frame.code.size());
    }

    /** GASPRICE: the effective price, in wei per gas. */
    public static Word gasPrice(Frame frame, Evm evm) {
        return evm.transaction().gasPrice();
    }

    /** RETURNDATASIZE: the number of bytes that the last call returned. */
    public static Word returnDataSize(Frame frame) {
        return Word.of(frame.returnData.length);
    }

    /** MSIZE, in bytes, a multiple of 32. */
    public static Word msize(Frame frame) {
        return Word.of(frame.memory.size());
    }

    /** GAS: the gas left after this instruction. */
    public static Word gas(Frame frame) {
        return Word.of(frame.gas);
    }

    /** BLOCKHASH: the hash of one of the last 256 blocks; zero for any other number. */
    public static Word blockHash(Word number, Frame frame, Evm evm) {
        long wanted = number.clampToLong();
        long now = evm.block().number();
        return wanted < now && wanted >= now - 256 ? evm.block().blockHashes().apply(wanted) : Word.ZERO;
    }

    /** COINBASE: the beneficiary of the block. */
    public static Word coinbase(Frame frame, Evm evm) {
        return evm.block().coinbase().word();
    }

    /** TIMESTAMP, in seconds. */
    public static Word timestamp(Frame frame, Evm evm) {
        return Word.of(evm.block().timestamp());
    }

    /** NUMBER of the block. */
    public static Word number(Frame frame, Evm evm) {
        return Word.of(evm.block().number());
    }

    /** PREVRANDAO (EIP-4399). */
    public static Word prevRandao(Frame frame, Evm evm) {
        return evm.block().prevRandao();
    }

    /** GASLIMIT of the block. */
    public static Word gasLimit(Frame frame, Evm evm) {
        return Word.of(evm.block().gasLimit());
    }

    /** CHAINID (EIP-1344). */
    public static Word chainId(Frame frame, Evm evm) {
        return evm.block().chainId();
    }

    /** BASEFEE, in wei per gas (EIP-3198). */
    public static Word baseFee(Frame frame, Evm evm) {
        return evm.block().baseFee();
    }

    /** BLOBHASH: a versioned hash of the transaction; zero if the index is out of range (EIP-4844). */
    public static Word blobHash(Word index, Frame frame, Evm evm) {
        long at = index.clampToLong();
        List<Word> hashes = evm.transaction().blobHashes();
        return at < hashes.size() ? hashes.get((int) at) : Word.ZERO;
    }

    /** BLOBBASEFEE, in wei per blob gas (EIP-7516). */
    public static Word blobBaseFee(Frame frame, Evm evm) {
        return evm.block().blobBaseFee();
    }
}
