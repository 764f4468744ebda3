// SPDX-License-Identifier: MIT
pragma solidity >=0.4.0;

// Compiled by solc 0.8.30 with the optimizer (200 runs).

/// Remembers who came, with how much ether, and when.
contract Visitors {
    address public last;
    uint256 public most;
    uint256 public latest;
    uint256 public visits;
    mapping(address => uint256) public count;
    constructor() payable { last = msg.sender; latest = block.timestamp; }
    function visit() external payable {
        last = msg.sender;
        if (msg.value > most) most = msg.value;
        latest = block.timestamp;
        visits++;
        count[msg.sender]++;
    }
    function pull(uint256 x) external { payable(msg.sender).transfer(x); }
}

/// Values narrower than a word, and assembly that writes beside them.
contract Narrow {
    struct Pair { uint64 low; uint64 high; }
    mapping(uint256 => uint8)[65] arr;
    mapping(address => int16) signed;
    mapping(uint256 => uint128) wide;
    mapping(uint256 => bool) flags;
    mapping(uint256 => bytes4) tags;
    mapping(uint256 => Pair) pairs;
    mapping(uint256 => uint256) words;
    uint256 public total;
    int256 public signedTotal;
    function add(uint256 k, uint8 x) external { arr[64][k] += x; total += x; }
    function beside(uint256 k) external {
        mapping(uint256 => uint8) storage m = arr[64];
        assembly { mstore(0, k) mstore(32, m.slot) let h := keccak256(0, 64) sstore(h, add(sload(h), 256)) }
    }
    function set(int16 x) external { signedTotal += int256(x) - signed[msg.sender]; signed[msg.sender] = x; }
    function smear() external {
        int16 x = signed[msg.sender];
        assembly { mstore(0, caller()) mstore(32, signed.slot) let h := keccak256(0, 64) sstore(h, or(sload(h), shl(200, 77))) }
        require(signed[msg.sender] == x);
    }
    function put(uint256 k, uint128 x) external { wide[k] = x; }
    function above(uint256 k) external {
        assembly { mstore(0, k) mstore(32, wide.slot) let h := keccak256(0, 64) sstore(h, or(sload(h), shl(128, 5))) }
    }
}
