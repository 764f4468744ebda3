// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

contract VoteToken {
    mapping(address => uint256) public balanceOf;

    constructor() {
        balanceOf[msg.sender] = 1_000_000e18;
    }

    function transfer(address to, uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
    }
}

interface IBorrower {
    function onFlashLoan(address initiator, address token, uint256 amount, uint256 fee, bytes calldata data)
        external
        returns (bytes32);
}

/// Lends everything for the length of one call.
contract FlashPool {
    VoteToken public immutable token;

    constructor(VoteToken t) {
        token = t;
    }

    function flashLoan(uint256 amount) external {
        uint256 before = token.balanceOf(address(this));
        token.transfer(msg.sender, amount);
        require(
            IBorrower(msg.sender).onFlashLoan(msg.sender, address(token), amount, 0, "")
                == keccak256("ERC3156FlashBorrower.onFlashLoan"),
            "no borrower"
        );
        require(token.balanceOf(address(this)) >= before, "not repaid");
    }
}

/// Counts what voters have at the moment.
contract Vote {
    VoteToken public immutable token;
    bool private immutable careful;
    mapping(address => bool) public voted;
    mapping(address => uint256) private locked;
    uint256 public votes;

    constructor(VoteToken t, bool c) {
        token = t;
        careful = c;
    }

    function lock() external {
        locked[msg.sender] = block.number;
    }

    function vote() external {
        require(!voted[msg.sender], "voted");
        voted[msg.sender] = true;
        if (careful) return;
        votes += token.balanceOf(msg.sender);
    }
}
