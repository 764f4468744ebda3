package thymus.evm.interpreter;

import java.util.List;
import thymus.evm.primitive.Word;
import thymus.evm.primitive.WordBytes;

/** Instructions that tell of the frame, the transaction and the block. */
public final class Environment {
    private Environment() {}

    public static Word address(Frame frame) {
        return frame.self.address().word();
    }

    public static Word origin(Frame frame, Evm evm) {
        return evm.transaction().origin().word();
    }

    public static Word caller(Frame frame) {
        return frame.message.sender().word();
    }

    public static Word callValue(Frame frame) {
        return frame.message.value();
    }

    public static Word callDataSize(Frame frame) {
        return Word.of(callData(frame).length);
    }

    public static Word callDataLoad(Word offset, Frame frame) {
        return WordBytes.readZeroPadded(callData(frame), offset.clampToLong());
    }

    /** The input of a creation is its code; it has no call data. */
    static byte[] callData(Frame frame) {
        return frame.message.kind().creates() ? Frame.NOTHING : frame.message.input();
    }

    public static Word codeSize(Frame frame) {
        return Word.of(frame.code.size());
    }

    public static Word gasPrice(Frame frame, Evm evm) {
        return evm.transaction().gasPrice();
    }

    public static Word returnDataSize(Frame frame) {
        return Word.of(frame.returnData.length);
    }

    public static Word msize(Frame frame) {
        return Word.of(frame.memory.size());
    }

    public static Word gas(Frame frame) {
        return Word.of(frame.gas);
    }

    public static Word blockHash(Word number, Frame frame, Evm evm) {
        long wanted = number.clampToLong();
        long now = evm.block().number();
        return wanted < now && wanted >= now - 256 ? evm.block().blockHashes().apply(wanted) : Word.ZERO;
    }

    public static Word coinbase(Frame frame, Evm evm) {
        return evm.block().coinbase().word();
    }

    public static Word timestamp(Frame frame, Evm evm) {
        return Word.of(evm.block().timestamp());
    }

    public static Word number(Frame frame, Evm evm) {
        return Word.of(evm.block().number());
    }

    public static Word prevRandao(Frame frame, Evm evm) {
        return evm.block().prevRandao();
    }

    public static Word gasLimit(Frame frame, Evm evm) {
        return Word.of(evm.block().gasLimit());
    }

    public static Word chainId(Frame frame, Evm evm) {
        return evm.block().chainId();
    }

    public static Word baseFee(Frame frame, Evm evm) {
        return evm.block().baseFee();
    }

    public static Word blobHash(Word index, Frame frame, Evm evm) {
        long at = index.clampToLong();
        List<Word> hashes = evm.transaction().blobHashes();
        return at < hashes.size() ? hashes.get((int) at) : Word.ZERO;
    }

    public static Word blobBaseFee(Frame frame, Evm evm) {
        return evm.block().blobBaseFee();
    }
}
