package thymus.harness.evm;

import java.util.List;
import thymus.harness.word.Word;
import thymus.harness.word.WordBytes;

/** Instructions that tell of the frame, the transaction and the block. */
final class Environment {
    private Environment() {}

    static void ofFrame(int op, Frame frame, Evm evm) {
        frame.push(switch (op) {
            case 0x30 -> frame.self.address().word();
            case 0x32 -> evm.transaction().origin().word();
            case 0x33 -> frame.message.sender().word();
            case 0x34 -> frame.message.value();
            case 0x36 -> Word.of(frame.message.kind().creates() ? 0 : frame.message.input().length);
            case 0x38 -> Word.of(frame.code.size());
            case 0x3a -> evm.transaction().gasPrice();
            case 0x3d -> Word.of(frame.returnData.length);
            case 0x59 -> Word.of(frame.memory.size());
            default -> throw new AssertionError(op);
        });
    }

    static void callDataLoad(Frame frame) {
        Word offset = frame.pop();
        frame.push(WordBytes.readZeroPadded(callData(frame), offset.clampToLong()));
    }

    /** The input of a creation is its code; it has no call data. */
    static byte[] callData(Frame frame) {
        return frame.message.kind().creates() ? Frame.NOTHING : frame.message.input();
    }

    static void ofBlock(int op, Frame frame, Evm evm) {
        BlockContext block = evm.block();
        frame.push(switch (op) {
            case 0x41 -> block.coinbase().word();
            case 0x42 -> Word.of(block.timestamp());
            case 0x43 -> Word.of(block.number());
            case 0x44 -> block.prevRandao();
            case 0x45 -> Word.of(block.gasLimit());
            case 0x46 -> block.chainId();
            case 0x48 -> block.baseFee();
            case 0x4a -> block.blobBaseFee();
            default -> throw new AssertionError(op);
        });
    }

    static void blockHash(Frame frame, Evm evm) {
        long wanted = frame.pop().clampToLong();
        long now = evm.block().number();
        frame.push(wanted < now && wanted >= now - 256 ? evm.block().blockHashes().apply(wanted) : Word.ZERO);
    }

    static void blobHash(Frame frame, Evm evm) {
        long index = frame.pop().clampToLong();
        List<Word> hashes = evm.transaction().blobHashes();
        frame.push(index < hashes.size() ? hashes.get((int) index) : Word.ZERO);
    }
}
