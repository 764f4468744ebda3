// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// One end of a bridge. What a validator has signed is paid out here; the careful one asks that it was signed for this end.
contract Inbox {
    uint256 private immutable chain;
    bool private immutable careful;
    address public immutable validator = msg.sender;
    mapping(bytes32 => bool) public paid;

    constructor(uint256 id, bool c) {
        chain = id;
        careful = c;
    }

    function pay(address to, uint256 amount, uint256 nonce, bytes calldata signature) external {
        bytes32 order = keccak256(abi.encode(careful ? chain : 0, to, amount, nonce));
        require(!paid[order], "paid");
        paid[order] = true;
        require(recovered(order, signature) == validator, "not signed");
    }

    function recovered(bytes32 hash, bytes calldata signature) private pure returns (address) {
        require(signature.length == 65, "length");
        bytes32 r = bytes32(signature[0:32]);
        bytes32 s = bytes32(signature[32:64]);
        return ecrecover(hash, uint8(signature[64]), r, s);
    }
}
