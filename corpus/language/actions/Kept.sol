// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A deal is opened, accepted and finished by one account with the same three numbers.
contract Kept {
    mapping(bytes32 => uint256) private stages;
    uint256 public largest;

    function open(uint256 id, uint256 amount, uint256 salt) external {
        stages[key(id, amount, salt)] = 1;
    }

    function accept(uint256 id, uint256 amount, uint256 salt) external {
        require(stages[key(id, amount, salt)] == 1, "not open");
        stages[key(id, amount, salt)] = 2;
    }

    function finish(uint256 id, uint256 amount, uint256 salt) external {
        require(stages[key(id, amount, salt)] == 2, "not accepted");
        require(amount <= 1_000, "too large");
        if (amount > largest) largest = amount;
    }

    function key(uint256 id, uint256 amount, uint256 salt) private view returns (bytes32) {
        return keccak256(abi.encode(msg.sender, id, amount, salt));
    }
}
