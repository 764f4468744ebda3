// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Pays by cheque: whoever shows the owner's signature is paid, and nothing says that it was.
contract ChequeBook {
    mapping(address => uint256) public balance;
    mapping(address => uint256) public nonces;
    bool private immutable careful;

    event Cashed(bytes32 indexed cheque, address from, address to, uint256 amount);

    constructor(bool c) {
        careful = c;
    }

    function deposit() external payable {
        balance[msg.sender] += msg.value;
    }

    function cash(address from, address to, uint256 amount, uint8 v, bytes32 r, bytes32 s) external {
        uint256 nonce = careful ? nonces[from]++ : 0;
        bytes32 cheque = keccak256(abi.encode(address(this), from, to, amount, nonce));
        require(from != address(0) && ecrecover(cheque, v, r, s) == from, "not signed");
        balance[from] -= amount;
        balance[to] += amount;
        emit Cashed(cheque, from, to, amount);
    }
}

/// Gives everyone one grant of the giver, by an EIP-191 signature of who it is for.
contract Grants {
    address public immutable giver = msg.sender;
    bool private immutable careful;
    mapping(address => uint256) public granted;
    mapping(address => bool) private claimed;

    constructor(bool c) {
        careful = c;
    }

    function claim(bytes calldata signature) external {
        require(!careful || !claimed[msg.sender], "claimed");
        claimed[msg.sender] = true;
        bytes32 grant = keccak256(abi.encode(address(this), msg.sender));
        bytes32 digest = keccak256(abi.encodePacked("\x19Ethereum Signed Message:\n32", grant));
        require(signature.length == 65, "length");
        bytes32 r = bytes32(signature[0:32]);
        bytes32 s = bytes32(signature[32:64]);
        require(ecrecover(digest, uint8(signature[64]), r, s) == giver, "not signed");
        granted[msg.sender] += 100;
    }
}
