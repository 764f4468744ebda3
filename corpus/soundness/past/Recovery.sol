// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Recovery {
    address public guardian;
    uint256 public trippedAt;
    bool public paused;
    mapping(address => uint256) public shares;

    event Tripped();

    constructor(address first) {
        guardian = first;
    }

    function trip() external {
        require(!paused);
        (paused, trippedAt) = (true, block.timestamp);
        emit Tripped();
    }

    function unpause() external {
        require(msg.sender == guardian);
        require(block.timestamp >= trippedAt + 1 hours);
        paused = false;
    }

    function deposit(uint256 amount) external {
        require(amount <= 1000 && shares[msg.sender] <= 1000);
        shares[msg.sender] += amount;
    }

    function withdraw(uint256 amount) external {
        require(!paused);
        shares[msg.sender] -= amount;
    }
}

contract RecoveryTwin {
    address public guardian;
    uint256 public trippedAt;
    bool public paused;
    mapping(address => uint256) public shares;

    event Tripped();

    constructor(address first) {
        guardian = first;
    }

    function trip() external {
        require(!paused);
        (paused, trippedAt) = (true, block.timestamp);
        emit Tripped();
    }

    function unpause() external {
        require(msg.sender == guardian);
        require(block.timestamp > trippedAt + 1 hours);
        paused = false;
    }

    function deposit(uint256 amount) external {
        require(amount <= 1000 && shares[msg.sender] <= 1000);
        shares[msg.sender] += amount;
    }

    function withdraw(uint256 amount) external {
        require(!paused && amount != 7);
        shares[msg.sender] -= amount;
    }
}
